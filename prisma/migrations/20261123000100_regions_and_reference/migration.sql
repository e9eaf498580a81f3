CREATE TABLE `region` (
  `code` VARCHAR(12) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  `pinyin` VARCHAR(120) NOT NULL,
  `level` ENUM('PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE', 'OVERSEAS') NOT NULL,
  `parentCode` VARCHAR(12) NULL,
  `lat` DOUBLE NULL,
  `lng` DOUBLE NULL,
  PRIMARY KEY (`code`),
  INDEX `region_parentCode_idx` (`parentCode`),
  INDEX `region_level_idx` (`level`),
  CONSTRAINT `region_parentCode_fkey` FOREIGN KEY (`parentCode`) REFERENCES `region` (`code`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `county` (
  `code` VARCHAR(12) NOT NULL,
  `povertyLiftedLevel` ENUM('NATIONAL', 'PROVINCIAL') NULL,
  `deepPoverty` BOOLEAN NOT NULL DEFAULT false,
  `evidence` VARCHAR(200) NULL,
  `countyClass` ENUM('DEMONSTRATION', 'GENERAL', 'KEY_SUPPORT') NULL,
  `countyClassSetBy` CHAR(26) NULL,
  `countyClassSetAt` DATETIME(3) NULL,
  `population2020` INTEGER NULL,
  `populationKind` VARCHAR(40) NULL,
  `areaKm2` INTEGER NULL,
  PRIMARY KEY (`code`),
  CONSTRAINT `county_code_fkey` FOREIGN KEY (`code`) REFERENCES `region` (`code`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `occupation` (
  `code` VARCHAR(16) NOT NULL,
  `nameZh` VARCHAR(80) NOT NULL,
  `nameEn` VARCHAR(120) NOT NULL,
  `groupKey` VARCHAR(40) NOT NULL,
  `aliases` JSON NOT NULL,
  PRIMARY KEY (`code`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `policy_parameter` (
  `id` CHAR(26) NOT NULL,
  `key` VARCHAR(80) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL DEFAULT '',
  `value` JSON NOT NULL,
  `unit` VARCHAR(40) NOT NULL,
  `article` VARCHAR(40) NULL,
  `documentNumber` VARCHAR(80) NULL,
  `source` VARCHAR(300) NOT NULL,
  `certainty` ENUM('PLAN', 'FOUND', 'CHECKED', 'MEMORY') NOT NULL,
  `validFrom` DATE NOT NULL,
  `validTo` DATE NULL,
  `note` VARCHAR(500) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `policy_parameter_key_regionCode_validFrom_key` (`key`, `regionCode`, `validFrom`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
