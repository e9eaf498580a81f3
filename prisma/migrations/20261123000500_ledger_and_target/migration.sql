CREATE TABLE `placement` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `postId` CHAR(26) NULL,
  `matchId` CHAR(26) NULL,
  `stream` ENUM('MARKET', 'WORKSHOP', 'WELFARE', 'WORKFARE') NOT NULL,
  `workRegionCode` VARCHAR(12) NOT NULL,
  `placeClass` ENUM('IN_COUNTY', 'IN_PROVINCE', 'OUT_OF_PROVINCE', 'OVERSEAS') NOT NULL,
  `homeCountyCode` VARCHAR(12) NOT NULL,
  `activeKey` CHAR(26) NULL,
  `lastSeq` INTEGER NOT NULL DEFAULT 0,
  `lastHash` VARCHAR(43) NOT NULL DEFAULT '',
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `placement_matchId_key` (`matchId`),
  UNIQUE INDEX `placement_activeKey_key` (`activeKey`),
  INDEX `placement_personId_idx` (`personId`),
  INDEX `placement_postId_idx` (`postId`),
  CONSTRAINT `placement_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `placement_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `placement_matchId_fkey` FOREIGN KEY (`matchId`) REFERENCES `job_match` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `placement_active_key_check` CHECK (`activeKey` IS NULL OR `activeKey` = `personId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `placement_event` (
  `id` CHAR(26) NOT NULL,
  `placementId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `kind` ENUM('OFFERED', 'ACCEPTED', 'DEPARTED', 'ON_THE_JOB', 'STILL_ON_THE_JOB', 'ENDED', 'REVERSED') NOT NULL,
  `happenedOn` DATE NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `saidByRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `saidByUserId` CHAR(26) NULL,
  `evidence` ENUM('NONE', 'STATEMENT', 'CONTRACT', 'PAY_RECORD', 'PHONE_CHECK', 'RUN') NOT NULL DEFAULT 'NONE',
  `evidenceRef` VARCHAR(120) NULL,
  `reversesId` CHAR(26) NULL,
  `reason` VARCHAR(300) NULL,
  `snapshot` JSON NOT NULL,
  `hash` CHAR(43) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `placement_event_reversesId_key` (`reversesId`),
  UNIQUE INDEX `placement_event_placementId_seq_key` (`placementId`, `seq`),
  INDEX `placement_event_personId_idx` (`personId`),
  INDEX `placement_event_happenedOn_idx` (`happenedOn`),
  CONSTRAINT `placement_event_placementId_fkey` FOREIGN KEY (`placementId`) REFERENCES `placement` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `placement_event_reverses_check` CHECK ((`kind` = 'REVERSED') = (`reversesId` IS NOT NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `caliber` (
  `code` VARCHAR(40) NOT NULL,
  `nameZh` VARCHAR(80) NOT NULL,
  `nameEn` VARCHAR(120) NOT NULL,
  `rule` JSON NOT NULL,
  `documentNumber` VARCHAR(80) NULL,
  `validFrom` DATE NOT NULL,
  `validTo` DATE NULL,
  `note` VARCHAR(500) NULL,
  PRIMARY KEY (`code`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `target_year` (
  `year` INTEGER NOT NULL,
  `goal` INTEGER NOT NULL,
  `caliberCode` VARCHAR(40) NOT NULL,
  `article` VARCHAR(40) NULL,
  `carriedOn` BOOLEAN NOT NULL DEFAULT false,
  `sampleRatio` DOUBLE NULL,
  `note` VARCHAR(500) NULL,
  PRIMARY KEY (`year`),
  CONSTRAINT `target_year_goal_check` CHECK (`goal` >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `target_county` (
  `year` INTEGER NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  `goal` INTEGER NOT NULL,
  PRIMARY KEY (`year`, `countyCode`),
  CONSTRAINT `target_county_year_fkey` FOREIGN KEY (`year`) REFERENCES `target_year` (`year`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `target_county_goal_check` CHECK (`goal` >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `target_count` (
  `year` INTEGER NOT NULL,
  `caliberCode` VARCHAR(40) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `placementId` CHAR(26) NOT NULL,
  `eventId` CHAR(26) NOT NULL,
  `countedOn` DATE NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  `placeClass` ENUM('IN_COUNTY', 'IN_PROVINCE', 'OUT_OF_PROVINCE', 'OVERSEAS') NOT NULL,
  `stream` ENUM('MARKET', 'WORKSHOP', 'WELFARE', 'WORKFARE') NOT NULL,
  `rung` INTEGER NOT NULL,
  PRIMARY KEY (`year`, `caliberCode`, `personId`),
  INDEX `target_count_year_caliberCode_countyCode_countedOn_idx` (`year`, `caliberCode`, `countyCode`, `countedOn`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `target_counter` (
  `year` INTEGER NOT NULL,
  `caliberCode` VARCHAR(40) NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  `month` INTEGER NOT NULL,
  `placeClass` ENUM('IN_COUNTY', 'IN_PROVINCE', 'OUT_OF_PROVINCE', 'OVERSEAS') NOT NULL,
  `stream` ENUM('MARKET', 'WORKSHOP', 'WELFARE', 'WORKFARE') NOT NULL,
  `persons` INTEGER NOT NULL,
  PRIMARY KEY (`year`, `caliberCode`, `countyCode`, `month`, `placeClass`, `stream`),
  CONSTRAINT `target_counter_persons_check` CHECK (`persons` >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
