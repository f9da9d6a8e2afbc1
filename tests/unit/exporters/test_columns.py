"""The columns of the open data are a promise: none goes, none moves before another, and each is described."""

import pytest

from ragsite.exporters.column import Table
from ragsite.exporters.columns import DATES, EVIDENCE, ITEMS, MEASURES, OBSERVATIONS, RATINGS, TABLES

PROMISED = {
    "items": "plan,item,ref,kind,parent,title,owners,topics,recommendations,added_in,closed_in,url",
    "ratings": "plan,item,ref,report,as_at,level,label,tone,as_printed,basis,not_rated_reason",
    "dates": "plan,item,ref,report,due,precision,as_printed,first_due,moves,reason,agreed_by",
    "measures": "plan,measure,item,name,unit,polarity,baseline,targets,comparators,definition",
    "observations": "plan,measure,period,series,value,numerator,denominator,status,as_printed",
    "evidence": "plan,evidence,item,report,kind,title,date,shows,does_not_show,link",
}
"""Each file's columns as the contract gives them."""

ADDED = {
    "items": "ref_basis,missing,split_into,merged_into,source",
    "ratings": "level_name,basis_note,change_reason,status_word,previous_level,previous_as_printed,overdue,"
    "overdue_note,as_at_basis,scale,source",
    "dates": "words,first_day,last_day,note,source",
    "measures": "polarity_basis,decimals,url,source",
    "observations": "note,period_as_written,period_first_day,period_last_day,source",
    "evidence": "date_as_written,held_by,source",
}
"""Columns that came later; once published they are promised too."""


def test_the_tables_are_those_of_the_contract() -> None:
    assert TABLES == (ITEMS, RATINGS, DATES, MEASURES, OBSERVATIONS, EVIDENCE)
    assert [table.name for table in TABLES] == list(PROMISED)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_promised_columns_come_first_and_in_order(table: Table) -> None:
    assert ",".join(table.names) == f"{PROMISED[table.name]},{ADDED[table.name]}"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_described_once_in_a_sentence(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)
    for text in (table.description, *(column.description for column in table.columns)):
        assert text[0].isupper()
        assert text[-1] in ".…"
        assert "  " not in text


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_and_links_name_columns_that_exist(table: Table) -> None:
    by_name = {one.name: one for one in TABLES}
    assert set(table.key) <= {column.name for column in table.columns if column.is_required}
    for link in table.links:
        assert link.column in table.names
        assert link.to in by_name[link.table or table.name].names
