"""Plan, run with papermill, publish, resume, report."""
