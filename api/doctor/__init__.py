"""`detente doctor`: looks at everything that an answer depends on, and says what to mend."""

from api.doctor.examination import examine
from api.doctor.findings import Finding, Level
from api.doctor.patient import Patient

__all__ = ["Finding", "Level", "Patient", "examine"]
