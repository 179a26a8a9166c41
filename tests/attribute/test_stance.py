import pytest

from sayso.findings import Stance
from tests.attribute.hand import said

STANCES = [
    ("Brandt said the hull was thin.", Stance.STATES),
    ("Brandt claimed the hull was thin.", Stance.ALLEGES),
    ("Brandt accused the owner of fraud.", Stance.ALLEGES),
    ("The owner is said to have lied.", Stance.ALLEGES),
    ("The owner reportedly lied to inspectors.", Stance.STATES),
    ("The owner allegedly lied to inspectors.", Stance.ALLEGES),
    ("According to claims made by a rival, the hull was thin.", Stance.ALLEGES),
    ("Brandt revealed that the hull was thin.", Stance.REVEALS),
    ("Brandt disclosed that the hull was thin.", Stance.REVEALS),
    ("Brandt admitted that the hull was thin.", Stance.CONFIRMS),
    ("The port confirmed the ferry had sunk.", Stance.CONFIRMS),
    ("Brandt denied that the hull was thin.", Stance.DENIES),
    ("Brandt pleaded not guilty to fraud.", Stance.DENIES),
    ("The owner declined to comment.", Stance.DECLINES),
    ("The owner refused to confirm the sale.", Stance.DECLINES),
    ("The owner did not say whether the hull was checked.", Stance.DECLINES),
    ("The owner had no comment.", Stance.DECLINES),
    ("The owner did not deny that the hull was thin.", Stance.DECLINES),
    ("The owner neither confirmed nor denied the sale.", Stance.DECLINES),
    ("The coastguard could not confirm the deaths.", Stance.DECLINES),
    ("The owner stopped short of blaming the pilot.", Stance.DECLINES),
    ("The owner did not rule out closing the yard.", Stance.STATES),
    ("The owner refused to rule out a sale.", Stance.STATES),
    ("The owner ruled out a sale of the yard.", Stance.DENIES),
    ("The owner denied claims that the hull was thin.", Stance.DENIES),
    ("The owner rejected accusations that he had lied.", Stance.DENIES),
    ("The owner dismissed as nonsense the claim that he had lied.", Stance.DENIES),
    ("Brandt withdrew his statement that the hull was thin.", Stance.DENIES),
    ("The port confirmed reports that the ferry had sunk.", Stance.CONFIRMS),
    ("Brandt repeated his claim that the hull was thin.", Stance.ALLEGES),
    ("Brandt pleaded guilty to fraud.", Stance.CONFIRMS),
    ("The owner is expected to say that the yard will close.", Stance.PREDICTS),
    ("The owner did not respond to a request for comment.", Stance.NO_RESPONSE),
    ("The owner could not be reached for comment.", Stance.NO_RESPONSE),
    ("Brandt urged the port to close.", Stance.URGES),
    ("Brandt called for the port to close.", Stance.URGES),
    ("Brandt told the crew to leave.", Stance.URGES),
    ("Brandt called the sale a disgrace.", Stance.STATES),
    ("Brandt warned that the wreck could shift.", Stance.WARNS),
    ("Brandt predicted that the wreck would shift.", Stance.PREDICTS),
    ("Brandt believes the hull was thin.", Stance.BELIEVES),
    ("Brandt asked whether the hull was thin.", Stance.ASKS),
    ("Brandt vowed to find the owner.", Stance.PROMISES),
    ("Brandt pledged to find the owner.", Stance.PROMISES),
    ("Brandt agreed to pay the crew.", Stance.PROMISES),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_the_cue_tells_what_the_source_does(text: str, stance: Stance) -> None:
    assert [a.stance for a in said(text)] == [stance]


def test_the_reason_for_a_stance_is_given() -> None:
    (found,) = said("Brandt denied that the hull was thin.")
    assert any(reason.startswith("stance:") and "deny" in reason for reason in found.because)
