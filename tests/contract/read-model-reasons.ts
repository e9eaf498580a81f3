/** Read models that are handed the key of whoever asks, and which: their callers take it from the actor alone. */
export const OWN_KEYS: Readonly<Record<string, "personId" | "employerId" | "userId">> = {
  readRegistrations: "userId",
  readMyBrands: "personId", readMyStanding: "personId", readHelpers: "personId", readInvitations: "personId", readMyQuestions: "personId", readMyThread: "personId", readProgress: "personId", readJobs: "personId",
  readOwnOccupations: "personId", readCraftChoices: "personId", readBrandChoices: "personId", readCertificates: "personId", readAbout: "personId", readWishValues: "personId", readMySearches: "personId", readMyNotices: "personId",
  countUnread: "personId", hasPhone: "personId", readMyWork: "personId", readMyWorkfare: "personId", readConsents: "personId", hasActivePlacement: "personId", readLooks: "personId", holdsWelfarePost: "personId",
  readPrintedCertificate: "personId", readPrintedAddress: "personId",
  readEmployerHome: "employerId", readEmployerPlacements: "employerId", readCandidates: "employerId", readPostForEdit: "employerId", readPostToRenew: "employerId", readWhyForEmployer: "employerId",
};

/** Read models that need no actor, by the reason. */
export const REASONS: Readonly<Record<string, readonly string[]>> = {
  "is published: posts, brands, classes, stations, rules, certificates' keys": [
    "readBrands", "readBrandTrades", "readBrandPage", "readBrandMark", "readPublishedKeys", "readRevocationList", "readOfflineLists", "readHome", "readRecentHome", "loadPostCards", "readHonesty", "readAnswerHabit",
    "readRegimes", "readPublicFairs", "readPostOffered", "readSchemes", "readLicensed", "readPostTerms", "readLicences", "readOpenStations", "findStationNear", "readBodyRating", "readWelfareNotice", "readWelfareNotices",
  ],
  "counts, and names nobody": [
    "readBoard", "readAskedBoard", "readBrandCoverage", "readCalibersPage", "readDifference", "readAskedDifference", "readFrozenMonthsPage", "readMonthReport", "readAskedReport", "readPayMedian", "readRatings",
    "readTrainingFigure", "loadArrivals", "loadSpent", "loadFullWeeks", "readCommonTrades", "readRuns", "readJobsDesk",
  ],
  "knows places, trades and rules by name": [
    "readHints", "nameReasons", "nameDifferences", "regionPaths", "readRegionOptions", "readOccupationOptions", "readBrandOptions", "readDistanceKm", "loadConfirmDays", "readSearchNames", "readPlaceChoices", "ratingRules", "readTownPlaces", "readTowns",
    "readRegisterPlaces", "readSuiting",
  ],
  "is opened by a secret that its person was sent, or by the signed text in their hand": ["readCheckInLink", "readStoppable", "checkSignedText"],
  "is asked by a read model, or by a page after one, that took an actor and found the record theirs": [
    "readPlacementCheckIns", "readHiringsOfPost", "readRestatement", "readRolls", "readInTraining", "readBrandHistory", "readHealthView", "differencesIn",
  ],
  "is handed a filter that the page made of the actor: their own person, company or region": ["readApplications"],
  "is handed a place that the page took from the actor's region": ["readAgentWork", "readVillagePeople", "readAttendance", "readVillagesInPost", "readRegisterForm"],
  "is of a demonstration alone, whose people are made up": ["readSmsOutbox"],
};
