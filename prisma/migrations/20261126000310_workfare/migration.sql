ALTER TABLE `workfare_project`
  ADD COLUMN `kind` ENUM('FUNDED', 'PROMOTED') NOT NULL DEFAULT 'FUNDED',
  ADD COLUMN `approvedOn` DATE NULL,
  ADD COLUMN `approvalRef` VARCHAR(80) NULL,
  ADD COLUMN `hoursPerDay` INTEGER NOT NULL DEFAULT 8,
  ADD COLUMN `dayRateFen` INTEGER NULL,
  ADD COLUMN `progressPct` INTEGER NULL,
  ADD COLUMN `progressOn` DATE NULL,
  ADD COLUMN `closedOn` DATE NULL,
  ADD COLUMN `version` INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN `recordedBy` CHAR(26) NULL,
  ADD COLUMN `recordedAt` DATETIME(3) NULL,
  ADD INDEX `workfare_project_countyCode_idx` (`countyCode`),
  ADD CONSTRAINT `workfare_project_progress_check` CHECK (`progressPct` BETWEEN 0 AND 100),
  ADD CONSTRAINT `workfare_project_days_check` CHECK (`endsOn` > `startsOn`);

CREATE TABLE `workfare_fund` (
  `projectId` CHAR(26) NOT NULL,
  `line` ENUM('CENTRAL_BUDGET', 'CENTRAL_BRIDGING', 'PROVINCIAL', 'LOCAL') NOT NULL,
  `amountFen` BIGINT NOT NULL,
  PRIMARY KEY (`projectId`, `line`),
  CONSTRAINT `workfare_fund_amount_check` CHECK (`amountFen` > 0),
  CONSTRAINT `workfare_fund_projectId_fkey` FOREIGN KEY (`projectId`) REFERENCES `workfare_project` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO `workfare_fund` (`projectId`, `line`, `amountFen`) SELECT `id`, `fundLine`, `fiscalFundsFen` FROM `workfare_project` WHERE `fiscalFundsFen` > 0;

ALTER TABLE `workfare_project` DROP COLUMN `fundLine`, DROP COLUMN `fiscalFundsFen`;

CREATE TABLE `workfare_place` (
  `projectId` CHAR(26) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  PRIMARY KEY (`projectId`, `regionCode`),
  INDEX `workfare_place_regionCode_idx` (`regionCode`),
  CONSTRAINT `workfare_place_projectId_fkey` FOREIGN KEY (`projectId`) REFERENCES `workfare_project` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `workfare_award` (
  `projectId` CHAR(26) NOT NULL,
  `kind` ENUM('TENDER', 'NEGOTIATED') NOT NULL,
  `employerId` CHAR(26) NOT NULL,
  `specialTeam` BOOLEAN NOT NULL,
  `teamSize` INTEGER NOT NULL DEFAULT 0,
  `teamLocal` INTEGER NOT NULL DEFAULT 0,
  `amountFen` BIGINT NOT NULL,
  `awardedOn` DATE NOT NULL,
  `documentRef` VARCHAR(120) NOT NULL,
  `reason` VARCHAR(500) NULL,
  `ruleId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `recordedBy` CHAR(26) NULL,
  PRIMARY KEY (`projectId`),
  INDEX `workfare_award_employerId_idx` (`employerId`),
  CONSTRAINT `workfare_award_team_check` CHECK (`teamLocal` BETWEEN 0 AND `teamSize`),
  CONSTRAINT `workfare_award_projectId_fkey` FOREIGN KEY (`projectId`) REFERENCES `workfare_project` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `workfare_award_employerId_fkey` FOREIGN KEY (`employerId`) REFERENCES `employer` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `workfare_member` (
  `id` CHAR(26) NOT NULL,
  `projectId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `part` ENUM('FOREMAN', 'REPRESENTATIVE', 'WORKER') NOT NULL,
  `placementId` CHAR(26) NULL,
  `fromOn` DATE NOT NULL,
  `untilOn` DATE NULL,
  `openKey` VARCHAR(60) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `recordedBy` CHAR(26) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `workfare_member_openKey_key` (`openKey`),
  INDEX `workfare_member_projectId_idx` (`projectId`),
  INDEX `workfare_member_personId_idx` (`personId`),
  INDEX `workfare_member_placementId_idx` (`placementId`),
  CONSTRAINT `workfare_member_projectId_fkey` FOREIGN KEY (`projectId`) REFERENCES `workfare_project` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `workfare_member_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `workfare_member_placementId_fkey` FOREIGN KEY (`placementId`) REFERENCES `placement` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
