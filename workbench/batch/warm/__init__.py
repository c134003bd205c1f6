"""Papermill's engine `warm`: kernels forked from a process that has imported everything."""
