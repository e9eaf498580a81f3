ALTER TABLE `labour_brand`
  ADD COLUMN `state` ENUM('ACTIVE', 'SUSPENDED', 'ENDED') NOT NULL DEFAULT 'ACTIVE',
  ADD COLUMN `stateSince` DATE NULL,
  ADD COLUMN `stateReason` VARCHAR(300) NULL,
  ADD COLUMN `certainty` ENUM('PLAN', 'FOUND', 'CHECKED', 'MEMORY') NULL,
  ADD COLUMN `storyZh` VARCHAR(2000) NULL,
  ADD COLUMN `storyEn` VARCHAR(3000) NULL,
  ADD COLUMN `pledge` VARCHAR(500) NULL,
  ADD COLUMN `holderName` VARCHAR(120) NULL,
  ADD COLUMN `holderCreditCode` CHAR(18) NULL,
  ADD COLUMN `levels` JSON NULL,
  ADD COLUMN `memberSeq` INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN `version` INTEGER NOT NULL DEFAULT 0;

CREATE TABLE `brand_mark` (
  `brandId` CHAR(26) NOT NULL,
  `mimeType` VARCHAR(20) NOT NULL,
  `width` INTEGER NOT NULL,
  `height` INTEGER NOT NULL,
  `data` MEDIUMBLOB NOT NULL,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`brandId`),
  CONSTRAINT `brand_mark_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `brand_standard` (
  `brandId` CHAR(26) NOT NULL,
  `validFrom` DATE NOT NULL,
  `text` VARCHAR(4000) NOT NULL,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`brandId`, `validFrom`),
  CONSTRAINT `brand_standard_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `brand_recognition` (
  `id` CHAR(26) NOT NULL,
  `brandId` CHAR(26) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `documentNumber` VARCHAR(80) NOT NULL,
  `recognisedBy` VARCHAR(120) NOT NULL,
  `recognisedOn` DATE NOT NULL,
  `revokedOn` DATE NULL,
  `revokedFor` VARCHAR(300) NULL,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `brand_recognition_brandId_documentNumber_key` (`brandId`, `documentNumber`),
  CONSTRAINT `brand_recognition_range` CHECK (`revokedOn` IS NULL OR `revokedOn` >= `recognisedOn`),
  CONSTRAINT `brand_recognition_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `brand_event` (
  `brandId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `kind` ENUM('REGISTERED', 'CHANGED', 'RECOGNISED', 'REVOKED', 'SUSPENDED', 'LIFTED', 'ENDED', 'OPERATOR') NOT NULL,
  `happenedOn` DATE NOT NULL,
  `reason` VARCHAR(300) NULL,
  `saidByUserId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`brandId`, `seq`),
  CONSTRAINT `brand_event_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `brand_membership`
  ADD COLUMN `way` ENUM('APPLICATION', 'TRAINING', 'TEST') NULL,
  ADD COLUMN `level` VARCHAR(40) NULL,
  ADD COLUMN `number` VARCHAR(20) NULL,
  ADD COLUMN `pledgedOn` DATE NULL,
  ADD COLUMN `suspendedOn` DATE NULL,
  ADD COLUMN `reason` VARCHAR(200) NULL,
  ADD COLUMN `version` INTEGER NOT NULL DEFAULT 0;

CREATE UNIQUE INDEX `brand_membership_brandId_number_key` ON `brand_membership`(`brandId`, `number`);

CREATE TABLE `brand_member_event` (
  `membershipId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `kind` ENUM('ADMITTED', 'RENEWED', 'LEVEL', 'PLEDGED', 'SUSPENDED', 'LIFTED', 'ENDED') NOT NULL,
  `happenedOn` DATE NOT NULL,
  `reason` VARCHAR(200) NULL,
  `saidByUserId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`membershipId`, `seq`),
  CONSTRAINT `brand_member_event_membershipId_fkey` FOREIGN KEY (`membershipId`) REFERENCES `brand_membership` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `brand_application` (
  `id` CHAR(26) NOT NULL,
  `brandId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `way` ENUM('APPLICATION', 'TRAINING', 'TEST') NOT NULL,
  `state` ENUM('APPLIED', 'ADMITTED', 'REFUSED', 'WITHDRAWN') NOT NULL DEFAULT 'APPLIED',
  `openKey` VARCHAR(60) NULL,
  `enrolmentId` CHAR(26) NULL,
  `certificateId` CHAR(26) NULL,
  `testedOn` DATE NULL,
  `testScore` INTEGER NULL,
  `reason` VARCHAR(200) NULL,
  `membershipId` CHAR(26) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `appliedAt` DATETIME(3) NOT NULL,
  `decidedAt` DATETIME(3) NULL,
  `decidedBy` CHAR(26) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `brand_application_openKey_key` (`openKey`),
  INDEX `brand_application_brandId_state_idx` (`brandId`, `state`),
  INDEX `brand_application_personId_idx` (`personId`),
  CONSTRAINT `brand_application_score` CHECK (`testScore` IS NULL OR `testScore` BETWEEN 0 AND 100),
  CONSTRAINT `brand_application_open` CHECK ((`state` = 'APPLIED') = (`openKey` IS NOT NULL)),
  CONSTRAINT `brand_application_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `brand_application_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- what people have said they belong to is now an application that waits; the pair of a claim is told once, so the id is made of both
INSERT INTO `brand_application` (`id`, `brandId`, `personId`, `way`, `state`, `openKey`, `appliedAt`)
  SELECT CONCAT(SUBSTRING(`personId`, 1, 10), UPPER(SUBSTRING(SHA2(CONCAT(`brandId`, `personId`), 256), 1, 16))), `brandId`, `personId`, 'APPLICATION', 'APPLIED', CONCAT(`brandId`, ':', `personId`), `claimedAt` FROM `brand_claim`;

DROP TABLE `brand_claim`;
