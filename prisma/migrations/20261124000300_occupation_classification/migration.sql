CREATE TABLE `classification_edition` (
  `code` VARCHAR(20) NOT NULL,
  `nameZh` VARCHAR(80) NOT NULL,
  `nameEn` VARCHAR(120) NOT NULL,
  `validFrom` DATE NOT NULL,
  `validTo` DATE NULL,
  `importedAt` DATETIME(3) NULL,
  `sourceHash` CHAR(43) NULL,
  PRIMARY KEY (`code`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `classification_node` (
  `edition` VARCHAR(20) NOT NULL,
  `code` VARCHAR(20) NOT NULL,
  `level` ENUM('MAJOR','MIDDLE','SMALL','OCCUPATION','TRADE') NOT NULL,
  `parentCode` VARCHAR(20) NULL,
  `nameZh` VARCHAR(120) NOT NULL,
  `definition` TEXT NULL,
  `green` BOOLEAN NOT NULL DEFAULT FALSE,
  `digital` BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (`edition`, `code`),
  INDEX `classification_node_edition_parentCode_idx` (`edition`, `parentCode`),
  CONSTRAINT `classification_node_edition_fkey` FOREIGN KEY (`edition`) REFERENCES `classification_edition` (`code`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `occupation_lexicon` (
  `id` CHAR(26) NOT NULL,
  `edition` VARCHAR(20) NOT NULL,
  `source` VARCHAR(40) NOT NULL,
  `sourceHash` CHAR(43) NOT NULL,
  `titles` INTEGER NOT NULL,
  `cues` INTEGER NOT NULL,
  `learnedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `occupation_lexicon_learnedAt_idx` (`learnedAt`),
  CONSTRAINT `occupation_lexicon_edition_fkey` FOREIGN KEY (`edition`) REFERENCES `classification_edition` (`code`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `occupation_cue` (
  `lexiconId` CHAR(26) NOT NULL,
  `cue` VARCHAR(60) NOT NULL,
  `rarity` DOUBLE NOT NULL,
  `weights` JSON NOT NULL,
  PRIMARY KEY (`lexiconId`, `cue`),
  CONSTRAINT `occupation_cue_lexiconId_fkey` FOREIGN KEY (`lexiconId`) REFERENCES `occupation_lexicon` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
