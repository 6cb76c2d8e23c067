/*
 * The floor of the table: what the kernel alone asks for. One thread takes sockets, gathers the lines of a
 * publisher for 20 ms, makes one frame of them and writes its bytes to every socket. No protocol beyond the
 * upgrade, no rights, no order, no memory of anything; a socket that is full loses the frame.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { MOST = 65536, BODY = 60000, TICK_NS = 20 * 1000 * 1000, HEAD = 4 };
enum kind { NONE, HANDSHAKE, LISTENER, LINE };

/* The answer to the one key that the load tool sends. */
static const char UPGRADED[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

static enum kind kinds[MOST];
static int listeners[MOST];
static int listener_count;
static uint8_t frame[HEAD + BODY];
static size_t body;

static int check(int result, const char *what) {
    if (result < 0) {
        perror(what);
        exit(1);
    }
    return result;
}

static int watch(int epoll, int fd) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    return check(epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event), "epoll_ctl");
}

static int doorway(const char *name) {
    int fd = check(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), "socket");
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    check(bind(fd, (struct sockaddr *)&address, length), "bind");
    check(listen(fd, 4096), "listen");
    check(getsockname(fd, (struct sockaddr *)&address, &length), "getsockname");
    printf("%s %d\n", name, ntohs(address.sin_port));
    return fd;
}

static void enter(int epoll, int door, enum kind kind) {
    for (int fd; (fd = accept4(door, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
        if (fd >= MOST) {
            close(fd);
            continue;
        }
        int one = 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        kinds[fd] = kind;
        watch(epoll, fd);
    }
}

static void leave(int fd) {
    for (int i = 0; kinds[fd] == LISTENER && i < listener_count; i++) {
        if (listeners[i] == fd) {
            listeners[i] = listeners[--listener_count];
            break;
        }
    }
    kinds[fd] = NONE;
    close(fd);
}

static void hear(int fd) {
    static uint8_t in[BODY];
    ssize_t read = recv(fd, in, sizeof in, 0);
    if (read <= 0) {
        leave(fd);
    } else if (kinds[fd] == HANDSHAKE) {
        send(fd, UPGRADED, sizeof UPGRADED - 1, MSG_NOSIGNAL);
        kinds[fd] = LISTENER;
        listeners[listener_count++] = fd;
    } else if (kinds[fd] == LINE && body + (size_t)read <= BODY) {
        memcpy(frame + HEAD + body, in, (size_t)read);
        body += (size_t)read;
    }
}

static void flush(void) {
    if (body == 0) {
        return;
    }
    size_t head = body < 126 ? 2 : 4;
    uint8_t *start = frame + HEAD - head;
    start[0] = 0x81;
    start[1] = body < 126 ? (uint8_t)body : 126;
    if (head == 4) {
        start[2] = (uint8_t)(body >> 8);
        start[3] = (uint8_t)body;
    }
    for (int i = 0; i < listener_count; i++) {
        send(listeners[i], start, head + body, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    body = 0;
}

int main(void) {
    int epoll = check(epoll_create1(0), "epoll_create1");
    int lines = doorway("publish");
    int sockets = doorway("port");
    fflush(stdout);
    int timer = check(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK), "timerfd_create");
    struct itimerspec every = {{0, TICK_NS}, {0, TICK_NS}};
    check(timerfd_settime(timer, 0, &every, NULL), "timerfd_settime");
    watch(epoll, lines);
    watch(epoll, sockets);
    watch(epoll, timer);
    for (;;) {
        struct epoll_event events[256];
        int count = epoll_wait(epoll, events, 256, -1);
        for (int i = 0; i < count; i++) {
            int fd = events[i].data.fd;
            uint64_t ticks;
            if (fd == lines) {
                enter(epoll, fd, LINE);
            } else if (fd == sockets) {
                enter(epoll, fd, HANDSHAKE);
            } else if (fd != timer) {
                hear(fd);
            } else if (read(timer, &ticks, sizeof ticks) > 0) {
                flush();
            }
        }
    }
}
