CREATE TABLE `profile_step` (
  `personId` CHAR(26) NOT NULL,
  `step` VARCHAR(20) NOT NULL,
  `answeredAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`personId`, `step`),
  CONSTRAINT `profile_step_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `person_job` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `occupationCode` VARCHAR(16) NOT NULL,
  `said` VARCHAR(60) NULL,
  `months` INT NOT NULL,
  `place` ENUM('IN_COUNTY', 'IN_PROVINCE', 'OUT_OF_PROVINCE', 'OVERSEAS') NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `person_job_personId_occupationCode_place_key` (`personId`, `occupationCode`, `place`),
  CONSTRAINT `person_job_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `person_care` (
  `personId` CHAR(26) NOT NULL,
  `careEnc` VARCHAR(1000) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`personId`),
  CONSTRAINT `person_care_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `brand_claim` (
  `personId` CHAR(26) NOT NULL,
  `brandId` CHAR(26) NOT NULL,
  `claimedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`personId`, `brandId`),
  INDEX `brand_claim_brandId_idx` (`brandId`),
  CONSTRAINT `brand_claim_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `brand_claim_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
