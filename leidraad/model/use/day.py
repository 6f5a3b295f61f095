"""The day on which all this happens."""

import datetime
import os


def build_day() -> datetime.date:
    """Return the day of the build where one is given (reproducible builds), else the day itself."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now().astimezone().date()
