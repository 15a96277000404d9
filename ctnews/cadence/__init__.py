"""How often the meetings of a series are held, and when the next is due.

The gaps between meetings are a renewal process in calendar time, pooled over comparable series and shrunk to a
series' own history (table `world/cadence_prior`); `tests/bench/bench_cadence.py` fits and tests it. A forecast
tells of this corpus: no report seen does not mean that no meeting was held.
"""

from ctnews.cadence.forecasts import Forecast, Outlook, forecast, outlook
from ctnews.cadence.history import Gap, Held, counted, gaps, sessions
from ctnews.cadence.prior import Prior, Series, comparable, fit_priors, pooled_prior
from ctnews.cadence.summary import last_day, summarise

__all__ = [
    "Forecast",
    "Gap",
    "Held",
    "Outlook",
    "Prior",
    "Series",
    "comparable",
    "counted",
    "fit_priors",
    "forecast",
    "gaps",
    "last_day",
    "outlook",
    "pooled_prior",
    "sessions",
    "summarise",
]
