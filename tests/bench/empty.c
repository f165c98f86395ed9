// SPDX-License-Identifier: MIT
// empty.c - does nothing: what it costs to start a process with the libraries of cvpdf.
int main(void) { return 0; }
