CREATE TABLE `welfare_case` (
  `id` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `state` ENUM('APPLIED', 'REVIEWED', 'CHECKED', 'IN_POST', 'ENDED', 'REFUSED', 'WITHDRAWN') NOT NULL,
  `openKey` CHAR(26) NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `ageAtApproval` INTEGER NULL,
  `checks` JSON NOT NULL,
  `minutesRef` VARCHAR(120) NULL,
  `publicFrom` DATE NULL,
  `publicUntil` DATE NULL,
  `firstFrom` DATE NULL,
  `contractUntil` DATE NULL,
  `endedOn` DATE NULL,
  `placementId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `welfare_case_openKey_key` (`openKey`),
  UNIQUE INDEX `welfare_case_placementId_key` (`placementId`),
  INDEX `welfare_case_postId_state_idx` (`postId`, `state`),
  INDEX `welfare_case_personId_idx` (`personId`),
  INDEX `welfare_case_regionCode_state_idx` (`regionCode`, `state`),
  INDEX `welfare_case_contractUntil_idx` (`contractUntil`),
  CONSTRAINT `welfare_case_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `welfare_case_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `welfare_case_placementId_fkey` FOREIGN KEY (`placementId`) REFERENCES `placement` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `welfare_event` (
  `caseId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `act` ENUM('APPLY', 'REVIEW', 'RETURN', 'CHECK', 'SIGN', 'INSURE', 'RENEW', 'MOVE_END', 'PLAN', 'END', 'REFUSE', 'WITHDRAW') NOT NULL,
  `toState` ENUM('APPLIED', 'REVIEWED', 'CHECKED', 'IN_POST', 'ENDED', 'REFUSED', 'WITHDRAWN') NOT NULL,
  `saidByRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `saidByUserId` CHAR(26) NULL,
  `happenedOn` DATE NOT NULL,
  `reason` VARCHAR(300) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`caseId`, `seq`),
  CONSTRAINT `welfare_event_caseId_fkey` FOREIGN KEY (`caseId`) REFERENCES `welfare_case` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `welfare_contract` (
  `caseId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `number` VARCHAR(60) NOT NULL,
  `validFrom` DATE NOT NULL,
  `validUntil` DATE NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`caseId`, `seq`),
  CONSTRAINT `welfare_contract_range_check` CHECK (`validFrom` < `validUntil`),
  CONSTRAINT `welfare_contract_caseId_fkey` FOREIGN KEY (`caseId`) REFERENCES `welfare_case` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `welfare_insurance` (
  `caseId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `insurer` VARCHAR(80) NOT NULL,
  `policyNo` VARCHAR(60) NOT NULL,
  `validFrom` DATE NOT NULL,
  `validUntil` DATE NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`caseId`, `seq`),
  CONSTRAINT `welfare_insurance_range_check` CHECK (`validFrom` < `validUntil`),
  CONSTRAINT `welfare_insurance_caseId_fkey` FOREIGN KEY (`caseId`) REFERENCES `welfare_case` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `cadre_kin` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `relation` ENUM('SELF', 'SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'OTHER') NOT NULL,
  `cadreEnc` VARCHAR(400) NOT NULL,
  `cadreMasked` VARCHAR(40) NOT NULL,
  `saidByRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `saidBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `cadre_kin_personId_regionCode_relation_key` (`personId`, `regionCode`, `relation`),
  CONSTRAINT `cadre_kin_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
