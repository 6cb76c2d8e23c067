// The plain Node server everybody writes first: each message goes to each client with a send of its own.
const { WebSocketServer, WebSocket } = require('ws')
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, backlog: 4096 })
server.on('listening', () => console.log(`port ${server.address().port}`))
server.on('connection', socket => {
  socket.on('error', () => {})
  socket.on('message', (data, binary) => {
    for (const client of server.clients) if (client.readyState === WebSocket.OPEN) client.send(data, { binary })
  })
})
