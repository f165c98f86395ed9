// SPDX-License-Identifier: MIT
// batch_empty.c - what starting a program costs, if it does nothing.
int main(void) { return 0; }
