// A real OpenID Connect provider on loopback, for tests alone: node oidc/provider.mjs PORT REDIRECT_URI
// Prints "ready" once it answers. Its people sign in by name: `login=mei` is mei@example.org, whose
// address is verified, `login=unverified-…` one whose address is not.
import http from 'node:http'
import { Provider } from 'oidc-provider'

const [port, redirect] = process.argv.slice(2)
const issuer = `http://localhost:${port}`

const provider = new Provider(issuer, {
  clients: [{ client_id: 'pavilion', client_secret: 'a-secret-of-the-test', redirect_uris: [redirect] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, interaction) => `/people/${interaction.uid}` },
  pkce: { required: () => true },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: !id.startsWith('unverified-'), name: `Name of ${id}` }),
  }),
})

// Whoever comes is signed in under the name in the cookie `login`, and lets the client have what it asks for.
async function decide(request, response) {
  const { prompt, params, grantId } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login') {
    const accountId = /\blogin=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'nobody'
    return provider.interactionFinished(request, response, { login: { accountId } })
  }
  const session = (await provider.interactionDetails(request, response)).session
  const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId: session.accountId, clientId: params.client_id })
  grant.addOIDCScope(params.scope)
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true })
}

const answer = provider.callback()
http
  .createServer((request, response) => {
    if (request.url.startsWith('/people/')) {
      decide(request, response).catch(error => response.writeHead(500).end(String(error)))
    } else {
      answer(request, response)
    }
  })
  .listen(Number(port), '127.0.0.1', () => console.log('ready'))
