import type { certificates as zh } from "../zh/certificates.ts";

export const certificates: typeof zh = {
  check: {
    title: "Check a certificate", heading: "Check a certificate", says: "Scan the code on the certificate, or paste its text below. No sign-in needed.", text: "Text of the code", textHint: "Begins with JGT1, or the whole address", name: "Name of the holder (may stay empty)", nameHint: "If given, it is compared with the holder's; it is not kept", submit: "Check",
    valid: "Valid", validSays: "Signed by a registered issuer and unchanged.", expired: "Expired", expiredSays: "It is genuine, but its time is over.", revoked: "Revoked", revokedSays: "It is genuine, but the issuer took it back: it no longer counts.", forged: "Not issued here, or changed", forgedSays: "The signature does not fit. Look at the original, or ask the issuer.",
    nameYes: "The name fits.", nameNo: "The name does not fit: this certificate is not this person's.", offline: "It can be checked without a network: compare the signature (Ed25519) with the published key, then look at the revocation list.", keys: "Public keys", list: "Revocation list",
  },
  own: { title: "Code that can be checked", says: "An employer scans it and sees that it is genuine. It holds neither your name nor your ID number.", alt: "QR code of the certificate", open: "See what they see" },
  sheet: { title: "Certificate", back: "Back to the certificate", scan: "Scan to check that it is genuine, or open the address below and paste the text of the code", lost: "If this sheet is lost, sign in to Jingangtong and print another from \"My certificates\".", printed: "Printed on {{day}}. Whether it is valid is what the code says when it is scanned.", print: "Print the certificate" },
  link: { certified: "All certified", waiting: "To verify", ending: "Running out", issuers: "Issuing bodies" },
  notices: { revoked: "One of your certificates was revoked: see why", ending: "One of your certificates runs out soon: ask its issuer for a new one" },
  revoke: { title: "Revoke", says: "Issued by a body registered here. Once revoked it stands on the revocation list at once and cannot be restored; its holder is told.", done: "Revoked on {{at}}; it stands on the revocation list.", reason: "Why it is revoked", reasonHint: "The holder will read it: be clear", submit: "Revoke this certificate", issuer: "See the issuing body" },
  issuers: {
    title: "Issuing bodies", says: "Bodies registered for your region, and those above it that issue to its people too. They issue only within their scope.", none: "No issuing body is registered yet.", name: "Full name", region: "Reach", where: "May issue to people whose home is in", kinds: "Kinds of certificate", comma: ", ",
    occupations: "Occupations", occupationsHint: "Beginnings of occupation codes with spaces between, such as 6-18 4-10; empty: all", all: "All occupations", from: "From", to: "Until", toHint: "The first day it may no longer issue; empty: no end", until: "No longer from", open: "No end", document: "Document of approval", state: "State", states: { ACTIVE: "May issue", ENDED: "Ended", SUSPENDED: "Suspended" },
    issued: "Issued (your region)", revoked: "Revoked", add: "Register an issuing body", submit: "Register", saved: "Saved.", suspendedAt: "Suspended on {{at}}: {{reason}}", list: "Certificates issued", listSays: "To people of your region. Open a number for its facts, or to revoke it.", noneIssued: "It has issued none yet.", holds: "Not revoked",
    suspend: "Suspend issuing", suspendSays: "It can issue no more; what it issued before stays.", reason: "Why it is suspended",
  },
  certified: {
    title: "All certified", heading: "All certified: {{region}}", says: "Of the poverty-lifted and monitored people who are able to work, how many hold a valid certificate. Persons, each counted once.", day: "On which day", show: "Show", on: "{{day}}", rule: "Valid: verified or issued here, not run out, not revoked. A training certificate is no skill level, so both figures stand here.",
    figure: "Without training certificates: {{without}}; with them: {{with}} (of {{people}} people)", without: "Certified, without training certificates", with: "Certified, with training certificates", withoutShare: "Share without training certificates", withShare: "Share with training certificates", up: "Back up", region: "Region", people: "Able people", monitored: "Of them monitored", PROPER: "Training certificate only", ANY: "No valid certificate",
    peopleSays: "{{n}} people on {{day}}.", nobody: "There is nobody like this.", group: "Group", isMonitored: "Monitored", isLifted: "Poverty-lifted",
  },
  ending: { title: "Certificates running out", says: "Valid certificates that run out within {{days}} days. Their holders are reminded {{days}} and {{last}} days before.", none: "No certificate runs out within {{days}} days.", left: "Left", leftDays: "{{n}} days", told: "Reminded", times: "{{n}} times" },
};
