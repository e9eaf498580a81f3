import type { Catalogue } from "../catalogue.ts";

export const reasonsForEmployer: Catalogue["reasonsForEmployer"] = {
  "occupation-exact": "Looks for just this work: {{occupation}}",
  "occupation-related": "A related trade: {{occupation}}",
  "certificate-held": "Holds the {{occupation}} {{level}} certificate you ask for",
  "certificate-level-above": "{{occupation}} {{level}} certificate, above what you ask for",
  "distance-km": "About {{km}} km from home",
  "same-township": "From the same township",
  "same-county": "From the same county",
  "wage-meets-wish": "Your pay meets what the person asks for",
  "wage-negotiable": "Pay is to be agreed: settle it early",
  "housing-offered": "Needs housing, which you offer",
  "brand-member": "Member of the labour brand {{brand}}",
  "cannot-leave-near-home": "Needs work close to home",
  experience: "Has {{duration}} of experience, as asked",
  "education-fits": "Schooling fits",
};
