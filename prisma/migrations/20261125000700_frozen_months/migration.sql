CREATE TABLE `caliber_choice` (
  `id` CHAR(26) NOT NULL,
  `year` INTEGER NOT NULL,
  `caliberCode` VARCHAR(40) NOT NULL,
  `reason` VARCHAR(300) NOT NULL,
  `chosenBy` CHAR(26) NULL,
  `chosenAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `caliber_choice_year_chosenAt_idx` (`year`, `chosenAt`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `frozen_month` (
  `year` INTEGER NOT NULL,
  `month` INTEGER NOT NULL,
  `caliberCode` VARCHAR(40) NOT NULL,
  `persons` INTEGER NOT NULL,
  `listHash` CHAR(43) NOT NULL,
  `frozenBy` CHAR(26) NULL,
  `frozenAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`year`, `month`),
  CONSTRAINT `frozen_month_check` CHECK (`month` BETWEEN 1 AND 12)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `frozen_person` (
  `year` INTEGER NOT NULL,
  `month` INTEGER NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `placementId` CHAR(26) NOT NULL,
  `eventId` CHAR(26) NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  `placeClass` ENUM('IN_COUNTY', 'IN_PROVINCE', 'OUT_OF_PROVINCE', 'OVERSEAS') NOT NULL,
  `stream` ENUM('MARKET', 'WORKSHOP', 'WELFARE', 'WORKFARE') NOT NULL,
  `rung` INTEGER NOT NULL,
  PRIMARY KEY (`year`, `month`, `personId`),
  INDEX `frozen_person_year_month_countyCode_idx` (`year`, `month`, `countyCode`),
  CONSTRAINT `frozen_person_year_month_fkey` FOREIGN KEY (`year`, `month`) REFERENCES `frozen_month` (`year`, `month`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
