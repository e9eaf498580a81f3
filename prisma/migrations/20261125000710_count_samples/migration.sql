CREATE TABLE `count_sample` (
  `id` CHAR(26) NOT NULL,
  `year` INTEGER NOT NULL,
  `caliberCode` VARCHAR(40) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `seed` CHAR(26) NOT NULL,
  `perRung` INTEGER NOT NULL,
  `population` JSON NOT NULL,
  `drawnBy` CHAR(26) NULL,
  `drawnAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `count_sample_regionCode_drawnAt_idx` (`regionCode`, `drawnAt`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `count_draw` (
  `sampleId` CHAR(26) NOT NULL,
  `nr` INTEGER NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `placementId` CHAR(26) NOT NULL,
  `eventId` CHAR(26) NOT NULL,
  `rung` INTEGER NOT NULL,
  `finding` ENUM('OPEN', 'TRUE', 'FALSE', 'UNREACHED') NOT NULL DEFAULT 'OPEN',
  `note` VARCHAR(300) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `checkedBy` CHAR(26) NULL,
  `checkedAt` DATETIME(3) NULL,
  PRIMARY KEY (`sampleId`, `nr`),
  UNIQUE INDEX `count_draw_sampleId_personId_key` (`sampleId`, `personId`),
  CONSTRAINT `count_draw_sampleId_fkey` FOREIGN KEY (`sampleId`) REFERENCES `count_sample` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
