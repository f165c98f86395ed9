// SPDX-License-Identifier: MIT
// peak.c - runs a program and prints the most memory that it held, in KiB: peak PROGRAM ARGUMENT…
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argument_count, char **arguments) {
    if (argument_count < 2) return 2;
    pid_t child = fork();
    if (child == 0) {
        execv(arguments[1], arguments + 1);
        _exit(127);
    }
    int status;
    if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0) return 1;
    struct rusage usage;
    if (getrusage(RUSAGE_CHILDREN, &usage) != 0) return 1;
    printf("%ld\n", usage.ru_maxrss);
    return 0;
}
