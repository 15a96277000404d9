"""Runs report notebooks on a study and publishes each as one offline HTML file with its findings as CSV."""

from ctnews.reports.parameters import Parameter, check_parameters, declared_parameters
from ctnews.reports.run import RunResult, run_reports
from ctnews.reports.schedule import call_hook, stale_reports

__all__ = [
    "Parameter",
    "RunResult",
    "call_hook",
    "check_parameters",
    "declared_parameters",
    "run_reports",
    "stale_reports",
]
