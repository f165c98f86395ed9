// SPDX-License-Identifier: MIT
#include "command/replace.h"

#include "support.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <unistd.h>

// What the alarm has read from the pipe.
static int reading_end;
static unsigned char received[1 << 20];
static volatile sig_atomic_t received_size, alarms;

// Nobody else reads: what is written waits for this.
static void drain(int number) {
    (void)number;
    int reason = errno;
    alarms = alarms + 1;
    size_t room = sizeof received - (size_t)received_size;
    ssize_t got = read(reading_end, received + received_size, room);
    if (got > 0) received_size += (sig_atomic_t)got;
    errno = reason;
}

// So that calls are interrupted and not resumed.
static void start_alarms(void) {
    struct sigaction action = {.sa_handler = drain};
    sigemptyset(&action.sa_mask);
    assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
    const struct itimerval often = {{0, 2000}, {0, 2000}};
    assert_int_equal(setitimer(ITIMER_REAL, &often, NULL), 0);
}

static void stop_alarms(void) {
    const struct itimerval never = {{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &never, NULL);
    signal(SIGALRM, SIG_DFL);
}

static void wait_for_alarm(void) {
    for (int before = alarms; alarms == before;) continue;
}

// As much as it holds.
static size_t fill(int file, const unsigned char *bytes, size_t size) {
    size_t at = 0;
    assert_int_equal(fcntl(file, F_SETFL, O_NONBLOCK), 0);
    for (ssize_t got; (got = write(file, bytes + at, size - at)) > 0;) at += (size_t)got;
    assert_true(at < size);
    return at;
}

// More than the pipe holds, which is full already, while a signal comes in between again and again.
static void write_through_pipe(support *self, int flags) {
    enum { SIZE = 600000 };
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    reading_end = ends[0];
    assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    unsigned char *bytes = CV_NEW_ARRAY(self->arena, unsigned char, SIZE);
    uint32_t seed = 20241124;
    for (size_t i = 0; i < SIZE; i++) bytes[i] = (unsigned char)support_random(&seed, 256);
    size_t filled = fill(ends[1], bytes, SIZE);
    assert_int_equal(fcntl(ends[1], F_SETFL, flags), 0);
    received_size = 0;
    start_alarms();
    bool is_written = cv_write_all(ends[1], (cvpdf_bytes){bytes + filled, SIZE - filled});
    while (is_written && received_size < SIZE) wait_for_alarm();
    stop_alarms();
    assert_true(is_written);
    assert_int_equal(received_size, SIZE);
    assert_memory_equal(received, bytes, SIZE);
    close(ends[0]);
    close(ends[1]);
}

static void writes_on_after_a_signal(support *self) { write_through_pipe(self, 0); }

static void waits_for_a_pipe_that_blocks_nobody(support *self) {
    write_through_pipe(self, O_NONBLOCK);
}

static void tells_what_cannot_be_written(support *self) {
    (void)self;
    static const unsigned char letter = 'x';
    int file = open("/dev/null", O_RDONLY);
    assert_true(file >= 0);
    errno = 0;
    assert_false(cv_write_all(file, (cvpdf_bytes){&letter, 1}));
    assert_int_equal(errno, EBADF);
    assert_true(cv_write_all(file, (cvpdf_bytes){&letter, 0})); // nothing was to be done
    close(file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(writes_on_after_a_signal),
        SUPPORT_TEST(waits_for_a_pipe_that_blocks_nobody),
        SUPPORT_TEST(tells_what_cannot_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
