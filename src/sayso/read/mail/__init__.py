"""Mails (RFC 5322 and MIME, .eml) and boxes of them (.mbox): `message` takes one apart, `flowing` mends lines that mail has cut."""

from sayso.read.mail.box import MBOX
from sayso.read.mail.form import MAIL

__all__ = ["MAIL", "MBOX"]
