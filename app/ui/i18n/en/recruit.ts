import type { Catalogue } from "../catalogue.ts";

export const recruit: Catalogue["recruit"] = {
  register: {
    title: "Register an employer", lead: "Any organisation with a business licence may register, free of charge. Once the labour bureau has checked it, it can publish posts.", link: "Employers register here", have: "You are signed in for an employer: go to my posts", haveAccount: "Have an account? Sign in",
    name: "Name of the organisation", nameHint: "As on the business licence", code: "Unified social credit code", codeHint: "18 characters, on the licence. It is your name for signing in", kind: "How you recruit", licence: "Number of the human resources service licence", licenceHint: "Commercial agencies only", region: "Where you are",
    contact: "Person to ask for", phone: "Telephone", phoneHint: "The bureau calls it to check; job seekers see it once they agree", passwordHint: "10 characters or more, neither the credit code nor the telephone", passwordAgain: "The password was not kept; please type it again.",
    submit: "Register", after: "The labour bureau of your county then checks licence and telephone, usually within a few working days.", done: "Registered; the labour bureau will check it. Sign in with the credit code {{code}} and your password.",
  },
  kindSays: { OWN_RECRUITING: "For your own organisation", COMMERCIAL_AGENCY: "For others, under a human resources service licence. Posts are marked “agency” and left out of searches unless asked for", PUBLIC_AGENCY: "A public employment service of the government" },
  bureau: {
    open: "Look and decide", dueSoon: "due soon", facts: "As registered", account: "Account", hasAccount: "registered by itself", noAccount: "none; known from imported postings", registered: "Registered on", noLicence: "not given", reason: "What the bureau said",
    look: "Check licence, permit and telephone. Each approval counts the time to the next check anew.", again: "Approved already. If all still holds, approve once more.", approveSays: "Approve when licence, code and telephone agree.", suspendReason: "Why suspend it", suspendHint: "The employer reads this",
  },
  recheck: { dueSoon: "Employers are checked again at least every half year. Please see your labour bureau before {{day}}.", overdue: "The check was due on {{day}}; your posts no longer say “verified”. Please see your labour bureau soon." },
  search: { agency: "Include agency posts", agencyOn: "Agency posts included", agencyLegend: "Agencies" },
};
