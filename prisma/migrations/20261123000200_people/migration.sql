CREATE TABLE `resettlement_site` (
  `id` CHAR(26) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `household` (
  `id` CHAR(26) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `resettlementSiteId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `household_regionCode_idx` (`regionCode`),
  CONSTRAINT `household_resettlementSiteId_fkey` FOREIGN KEY (`resettlementSiteId`) REFERENCES `resettlement_site` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `person` (
  `id` CHAR(26) NOT NULL,
  `nameEnc` VARCHAR(400) NOT NULL,
  `nameMasked` VARCHAR(40) NOT NULL,
  `idNumberEnc` VARCHAR(400) NOT NULL,
  `idNumberIndex` CHAR(43) NOT NULL,
  `idNumberMasked` VARCHAR(20) NOT NULL,
  `phoneEnc` VARCHAR(400) NULL,
  `phoneIndex` CHAR(43) NULL,
  `phoneMasked` VARCHAR(20) NULL,
  `sex` ENUM('F', 'M') NOT NULL,
  `birthDate` DATE NOT NULL,
  `education` ENUM('NONE', 'PRIMARY', 'JUNIOR', 'SENIOR', 'SECONDARY', 'COLLEGE', 'BACHELOR', 'MASTER', 'DOCTOR') NOT NULL,
  `homeRegionCode` VARCHAR(12) NOT NULL,
  `homeCountyCode` VARCHAR(12) NOT NULL,
  `householdId` CHAR(26) NULL,
  `labourCapacity` ENUM('FULL', 'HALF', 'NONE') NOT NULL DEFAULT 'FULL',
  `canLeave` BOOLEAN NOT NULL DEFAULT true,
  `experienceMonths` INTEGER NOT NULL DEFAULT 0,
  `madeUp` BOOLEAN NOT NULL DEFAULT false,
  `source` VARCHAR(40) NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `person_idNumberIndex_key` (`idNumberIndex`),
  INDEX `person_homeCountyCode_idx` (`homeCountyCode`),
  INDEX `person_phoneIndex_idx` (`phoneIndex`),
  CONSTRAINT `person_householdId_fkey` FOREIGN KEY (`householdId`) REFERENCES `household` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `person_category` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `kind` ENUM('POVERTY_LIFTED', 'MONITORED_UNSTABLE', 'MONITORED_MARGINAL', 'MONITORED_SUDDEN', 'RELOCATED', 'LOW_INCOME', 'DISABLED', 'ZERO_EMPLOYMENT_HOUSEHOLD') NOT NULL,
  `validFrom` DATE NOT NULL,
  `validTo` DATE NULL,
  `source` VARCHAR(80) NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `person_category_personId_kind_validFrom_key` (`personId`, `kind`, `validFrom`),
  CONSTRAINT `person_category_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `wish` (
  `personId` CHAR(26) NOT NULL,
  `seeking` BOOLEAN NOT NULL DEFAULT true,
  `minWageFen` INTEGER NOT NULL DEFAULT 0,
  `needsHousing` BOOLEAN NOT NULL DEFAULT false,
  `maxDistanceKm` INTEGER NULL,
  `willInCounty` BOOLEAN NOT NULL DEFAULT true,
  `willInProvince` BOOLEAN NOT NULL DEFAULT true,
  `willOutOfProvince` BOOLEAN NOT NULL DEFAULT false,
  `willOverseas` BOOLEAN NOT NULL DEFAULT false,
  `availableFrom` DATE NOT NULL,
  `occupationCodes` JSON NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`personId`),
  CONSTRAINT `wish_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `certificate` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `kind` ENUM('QUALIFICATION', 'SKILL_LEVEL', 'SPECIAL_ABILITY', 'TRAINING') NOT NULL,
  `occupationCode` VARCHAR(16) NOT NULL,
  `level` ENUM('APPRENTICE', 'JUNIOR', 'INTERMEDIATE', 'SENIOR', 'TECHNICIAN', 'SENIOR_TECHNICIAN', 'SPECIAL_TECHNICIAN', 'CHIEF_TECHNICIAN') NULL,
  `issuer` VARCHAR(80) NOT NULL,
  `number` VARCHAR(60) NOT NULL,
  `issuedOn` DATE NOT NULL,
  `expiresOn` DATE NULL,
  `verification` ENUM('UNVERIFIED', 'VERIFIED', 'REFUSED', 'REVOKED') NOT NULL DEFAULT 'UNVERIFIED',
  `verifiedAt` DATETIME(3) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `certificate_issuer_number_key` (`issuer`, `number`),
  INDEX `certificate_personId_idx` (`personId`),
  INDEX `certificate_occupationCode_idx` (`occupationCode`),
  CONSTRAINT `certificate_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `certificate_occupationCode_fkey` FOREIGN KEY (`occupationCode`) REFERENCES `occupation` (`code`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `certificate_dates_check` CHECK (`expiresOn` IS NULL OR `expiresOn` > `issuedOn`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `labour_brand` (
  `id` CHAR(26) NOT NULL,
  `name` VARCHAR(60) NOT NULL,
  `nameEn` VARCHAR(120) NOT NULL,
  `level` ENUM('PROVINCE', 'CITY', 'COUNTY', 'FIRM') NOT NULL,
  `occupationCodes` JSON NOT NULL,
  `documentNumber` VARCHAR(80) NULL,
  `evidence` VARCHAR(300) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `labour_brand_name_key` (`name`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `brand_region` (
  `brandId` CHAR(26) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `level` ENUM('PROVINCE', 'CITY', 'COUNTY', 'FIRM') NOT NULL,
  PRIMARY KEY (`brandId`, `regionCode`),
  INDEX `brand_region_regionCode_idx` (`regionCode`),
  CONSTRAINT `brand_region_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `brand_membership` (
  `id` CHAR(26) NOT NULL,
  `brandId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `validFrom` DATE NOT NULL,
  `validTo` DATE NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `brand_membership_brandId_personId_validFrom_key` (`brandId`, `personId`, `validFrom`),
  INDEX `brand_membership_personId_idx` (`personId`),
  CONSTRAINT `brand_membership_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `brand_membership_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
