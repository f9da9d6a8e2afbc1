"""The mapping: a short file that says what is what in a tracker, and is used again next month."""

from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from ragsite.content.reader import read_record
from ragsite.importers.fields import plain_key
from ragsite.model.base import Date, Id, Record, Shorthand, Source, Text  # noqa: F401
from ragsite.model.scales import Tone
from ragsite.problems import ContentError, Unacceptable
