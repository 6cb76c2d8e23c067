// Short notices at the foot of the page; read aloud by screen readers, gone after a while.
export function toast(message: string, ms = 4500): void {
  const box = document.createElement('div')
  box.className = 'toast'
  box.textContent = message
  document.getElementById('pv-toasts')?.append(box)
  setTimeout(() => box.remove(), ms)
}
