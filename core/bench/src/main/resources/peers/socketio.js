// socket.io with one room, WebSocket transport only.
const http = require('http').createServer()
const { Server } = require('socket.io')
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false })
io.on('connection', socket => {
  socket.join('bench')
  socket.on('chat', message => io.to('bench').emit('chat', message))
})
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => console.log(`port ${http.address().port}`))
