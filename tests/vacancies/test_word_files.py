"""Microsoft's own check of what features write in Word: once, since its program starts for long."""

import pytest

from tests.documents.word_validator import word_faults
from tests.vacancies.drafting.exports.build_documents import DAY, make_description, make_sheet
from tests.vacancies.induction.exports.build import make_checklist
from tests.vacancies.recruiting.exports import build
from vacancies.drafting.exports import job_description_document
from vacancies.drafting.rules.job_description import Edition, JobDescription
from vacancies.evaluation.exports import evidence_sheet_document
from vacancies.induction.exports.checklist import checklist_document
from vacancies.profiles.rules.evidence import SheetResult
from vacancies.recruiting.exports.advert_plan import case_document, plan_document
from vacancies.recruiting.exports.packs import DOCUMENTS
from vacancies.retention.exports import retention_form
from vacancies.retention.rules.tools import Preparation, tools

NO_SHEET = make_sheet(factors=(), duties=(), organisation="", result=SheetResult("", None))


@pytest.mark.openxml
def test_words_own_validator_finds_no_fault(tmp_path):
    documents = (
        job_description_document(make_description()),
        job_description_document(JobDescription("", "", Edition(DAY))),
        *map(evidence_sheet_document, (make_sheet(), NO_SHEET)),
        *map(checklist_document, (make_checklist(), make_checklist(groups=()))),
        *(build.document_of(slug, build.odd_selection()) for slug in DOCUMENTS),
        build.make_plan(done=("AD5", "AD9")),
        plan_document(*build.POST, build.WHOLE, build.DAY),
        case_document(*build.POST, build.WHOLE, "", build.DAY),
        *(retention_form(Preparation(tool=tool, questions=tool.questions)) for tool in tools()),
    )
    assert word_faults(documents, tmp_path) == []
