CREATE TABLE `craft` (
  `key` VARCHAR(40) NOT NULL,
  `nameZh` VARCHAR(60) NOT NULL,
  `nameEn` VARCHAR(80) NOT NULL,
  `kind` ENUM('VILLAGE','HERITAGE') NOT NULL,
  `aliases` JSON NOT NULL,
  `occupationCode` VARCHAR(16) NOT NULL,
  `regionCodes` JSON NOT NULL,
  `listed` ENUM('NATIONAL','PROVINCE') NULL,
  `certainty` ENUM('PLAN','FOUND','CHECKED','MEMORY') NOT NULL,
  PRIMARY KEY (`key`),
  INDEX `craft_occupationCode_idx` (`occupationCode`),
  CONSTRAINT `craft_occupationCode_fkey` FOREIGN KEY (`occupationCode`) REFERENCES `occupation` (`code`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `person_craft` (
  `personId` CHAR(26) NOT NULL,
  `craftKey` VARCHAR(40) NOT NULL,
  `said` VARCHAR(60) NOT NULL,
  `source` VARCHAR(60) NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`personId`, `craftKey`),
  INDEX `person_craft_craftKey_idx` (`craftKey`),
  CONSTRAINT `person_craft_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `person_craft_craftKey_fkey` FOREIGN KEY (`craftKey`) REFERENCES `craft` (`key`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
