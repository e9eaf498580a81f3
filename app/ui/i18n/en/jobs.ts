import type { Catalogue } from "../catalogue.ts";

export const jobs: Catalogue["jobs"] = {
  home: {
    title: "Find work", heading: "What work are you looking for?", lead: "Free, and open without an account. Pay, place, room and board are stated, and every offer says why.",
    searchLabel: "Trade, employer or place", searchHint: "For example welder, dianhangong or 护工", searchButton: "Find work", popular: "Often looked for:",
    popularWords: "Welder, Elderly-care worker, Household worker, Excavator driver, Security guard, Loader",
    openNow_one: "{{n}} post is open now, with {{openings}} openings", openNow_other: "{{n}} posts are open now, with {{openings}} openings",
    ways: "Four kinds of post", yearHeading: "Transferred to work in {{year}}", yearOf: "The province's goal: {{goal}} people", yearSample: "The demonstration is a sample of about 1/{{ratio}}: by the same scale {{shown}} people",
    yearLink: "See the province's progress", forEmployers: "Looking for people?", forEmployersSays: "Verified employers post free of charge and see fitting people, each with reasons.", forEmployersLink: "Post a job",
    phone: "No smartphone? Ask your village agent, or call 12333.",
  },
  list: {
    title: "Posts", heading: "Posts", headingFor: "Posts for “{{q}}”", found_one: "{{n}} post", found_other: "{{n}} posts", foundAbout: "about {{n}} posts",
    sort: "Sort", sortRelevance: "Best match", sortDistance: "Nearest", sortWage: "Highest pay", sortDate: "Newest", near: "Distances from {{place}}",
    filters: "Filters", showFilters: "Filters", listed: "Search is being repaired. Meanwhile posts are listed by place, trade and pay; words must stand in the post as you type them. Come back in a few minutes to search by sound and by other words.", applyFilters: "Apply the filters", clearFilters: "Clear all", applied: "Chosen", remove: "Remove: {{what}}",
    stream: "Kind of post", scope: "Where to", region: "City or county", wage: "At least, a month", housing: "Housing", meals: "Meals", insurance: "Insurance", benefits: "Benefits",
    certNone: "No certificate needed", certificate: "Certificate", brand: "Labour brand", verified: "Verified employers only", verifiedShort: "Employer verified", wageStep: "¥{{n}} or more", anyWage: "Any",
    education: "Education", educationUpTo: "{{level}} or less", results: "Results", ignored: "Parts of the address were not understood and left out: {{what}}", kmAway: "about {{km}} km",
    asIN_ENGLISH: "“{{q}}” is {{text}} in Chinese: these posts are for that trade",
    asBY_SOUND: "Nothing for “{{q}}”; these sound like it: {{text}}", asJOINED: "Searched for {{text}}", asONE_CHARACTER_OFF: "Nothing for “{{q}}”; one character may be off, these fit {{text}}",
    asIN_DESCRIPTION: "No title has “{{q}}”; these mention it in the description", asSOME_WORDS: "Nothing fits all words; these fit some of them",
  },
  empty: {
    heading: "No post fits", says: "Use other words, or give up one condition:", without: "Without “{{what}}”", gives_one: "{{n}} post", gives_other: "{{n}} posts",
    all: "See all posts", queryAlone: "Only “{{q}}”, without any condition", onlyQuery: "No post fits “{{q}}”. Try other words, for example the trade alone.",
  },
  card: { openings: "{{n}} openings", left: "{{n}} left", housing: "Housing", meals: "Meals", insurance: "Insurance", verified: "Employer verified", agency: "Agency", madeUp: "Demo", until: "Open until {{day}}" },
  post: {
    apply: "I want this job", applySays: "The employer will see that you are willing and get in touch. You can end it at any time.", signInToApply: "Sign in to apply", notOpen: "This post is closed",
    mine: "You have accepted this post", mineLink: "See how it stands", fits: "Why it fits you", fitsNot: "Not for now, because", score: "Match {{score}} of 1000", facts: "The post", about: "The work",
    occupation: "Trade", place: "Place of work", hours: "Hours", hoursValue: "{{hours}} hours a day, {{days}} days a week", wage: "Pay", room: "Room and board", roomBoth: "Housing and meals",
    roomHousing: "Housing, no meals", roomMeals: "Meals, no housing", roomNone: "Neither housing nor meals", insurance: "Social insurance", insuranceYes: "Paid by the employer", insuranceNo: "Not stated: ask before you go",
    education: "Education", educationValue: "{{level}} or more", experience: "Experience", experienceNone: "None asked", experienceValue: "{{duration}} or more", certificate: "Certificate", certificateNone: "None asked", certificateAny: "{{occupation}}, any level", certificateValue: "{{occupation}}, {{level}}",
    openings: "Openings", openingsValue: "{{openings}} openings, {{filled}} taken", until: "Open until", brand: "Labour brand",
    trust: "Can it be trusted?", trustEmployer: "Employer", trustKind: "Recruits", trustCode: "Unified social credit code", trustVerified: "Checked", trustVerifiedOn: "By the labour bureau on {{day}}", trustNotVerified: "Not checked yet",
    trustRecheck: "Next check", trustOpen: "Open posts", trustPlaced: "Placed through this platform", trustSource: "Source", sourcePlatform: "Posted by the employer", sourceSeed: "Made up for the demonstration", sourceImported: "Imported public posting",
    free: "Finding a job costs nothing. If anybody asks you for a deposit, clothing fee or training fee, call 12333.",
    welfare: "Public-welfare post", welfareKind: "Kind", welfarePay: "Subsidy", welfarePayValue: "¥{{yuan}} a month", welfareTerm: "Term", welfareTermValue: "{{n}} months", welfareFund: "Paid from", welfareNotice: "Public notice",
    workfare: "Workfare project", workfareName: "Project", workfareShare: "Labour pay", workfareShareValue: "at least {{pct}}% of the fiscal funds", workfareTime: "Works period", workfareFund: "Funds",
    workshop: "Support workshop", workshopRecognised: "Recognised", workshopRecognisedValue: "on {{day}}", workshopDocument: "Document", range: "{{from}} to {{to}}",
  },
  duration: { years_one: "{{n}} year", years_other: "{{n}} years", months_one: "{{n}} month", months_other: "{{n}} months" },
};
