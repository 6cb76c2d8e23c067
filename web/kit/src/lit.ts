// The one copy of Lit on a page: islands import it by the bare name "lit".
export * from 'lit'
