CREATE TABLE `labour_agreement` (
  `id` CHAR(26) NOT NULL,
  `homeCode` VARCHAR(12) NOT NULL,
  `partnerCode` VARCHAR(12) NOT NULL,
  `partnerBody` VARCHAR(120) NOT NULL,
  `number` VARCHAR(80) NOT NULL,
  `signedOn` DATE NOT NULL,
  `validFrom` DATE NOT NULL,
  `validUntil` DATE NOT NULL,
  `endedOn` DATE NULL,
  `weGive` VARCHAR(500) NOT NULL,
  `theyGive` VARCHAR(500) NOT NULL,
  `contactEnc` VARCHAR(600) NOT NULL,
  `entryKey` CHAR(26) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `labour_agreement_homeCode_number_key` (`homeCode`, `number`),
  UNIQUE INDEX `labour_agreement_entryKey_key` (`entryKey`),
  CONSTRAINT `labour_agreement_range` CHECK (`validUntil` > `validFrom`),
  CONSTRAINT `labour_agreement_end` CHECK (`endedOn` IS NULL OR `endedOn` >= `validFrom`),
  CONSTRAINT `labour_agreement_parties` CHECK (`homeCode` <> `partnerCode`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `agreement_quota` (
  `id` CHAR(26) NOT NULL,
  `agreementId` CHAR(26) NOT NULL,
  `year` INTEGER NOT NULL,
  `occupationCode` VARCHAR(16) NOT NULL DEFAULT '',
  `people` INTEGER NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `agreement_quota_agreementId_year_occupationCode_key` (`agreementId`, `year`, `occupationCode`),
  CONSTRAINT `agreement_quota_people` CHECK (`people` BETWEEN 1 AND 1000000),
  CONSTRAINT `agreement_quota_agreementId_fkey` FOREIGN KEY (`agreementId`) REFERENCES `labour_agreement` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `agreement_event` (
  `id` CHAR(26) NOT NULL,
  `agreementId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `kind` ENUM('SIGNED', 'EXTENDED', 'QUOTA_SET', 'ENDED') NOT NULL,
  `happenedOn` DATE NOT NULL,
  `detail` JSON NOT NULL,
  `reason` VARCHAR(200) NULL,
  `saidByUserId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `agreement_event_agreementId_seq_key` (`agreementId`, `seq`),
  CONSTRAINT `agreement_event_agreementId_fkey` FOREIGN KEY (`agreementId`) REFERENCES `labour_agreement` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `service_station` (
  `id` CHAR(26) NOT NULL,
  `homeCode` VARCHAR(12) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  `address` VARCHAR(200) NOT NULL,
  `directions` VARCHAR(300) NOT NULL,
  `hours` VARCHAR(120) NOT NULL,
  `phone` VARCHAR(40) NOT NULL,
  `runBy` VARCHAR(120) NOT NULL,
  `openFrom` DATE NOT NULL,
  `openUntil` DATE NULL,
  `entryKey` CHAR(26) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `service_station_entryKey_key` (`entryKey`),
  INDEX `service_station_regionCode_idx` (`regionCode`),
  INDEX `service_station_homeCode_idx` (`homeCode`),
  CONSTRAINT `service_station_range` CHECK (`openUntil` IS NULL OR `openUntil` > `openFrom`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `dispatch` (
  `id` CHAR(26) NOT NULL,
  `homeCode` VARCHAR(12) NOT NULL,
  `destinationCode` VARCHAR(12) NOT NULL,
  `destination` VARCHAR(120) NOT NULL,
  `agreementId` CHAR(26) NULL,
  `stationId` CHAR(26) NULL,
  `vehicle` ENUM('BUS', 'TRAIN') NOT NULL,
  `plate` VARCHAR(20) NOT NULL,
  `driverEnc` VARCHAR(600) NULL,
  `escortEnc` VARCHAR(600) NOT NULL,
  `escortUserId` CHAR(26) NULL,
  `gatherPlace` VARCHAR(120) NOT NULL,
  `gatherAt` DATETIME(3) NOT NULL,
  `departsAt` DATETIME(3) NOT NULL,
  `arrivesAt` DATETIME(3) NOT NULL,
  `capacity` INTEGER NOT NULL,
  `publicFare` BOOLEAN NOT NULL DEFAULT true,
  `state` ENUM('PLANNED', 'OPEN', 'BOARDING', 'DEPARTED', 'ARRIVED', 'CLOSED', 'CANCELLED') NOT NULL DEFAULT 'PLANNED',
  `reason` VARCHAR(200) NULL,
  `departedAt` DATETIME(3) NULL,
  `arrivedAt` DATETIME(3) NULL,
  `entryKey` CHAR(26) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `dispatch_entryKey_key` (`entryKey`),
  INDEX `dispatch_homeCode_gatherAt_idx` (`homeCode`, `gatherAt`),
  INDEX `dispatch_state_gatherAt_idx` (`state`, `gatherAt`),
  INDEX `dispatch_agreementId_idx` (`agreementId`),
  INDEX `dispatch_stationId_idx` (`stationId`),
  CONSTRAINT `dispatch_times` CHECK (`departsAt` >= `gatherAt` AND `arrivesAt` > `departsAt`),
  CONSTRAINT `dispatch_capacity` CHECK (`capacity` BETWEEN 1 AND 2000),
  CONSTRAINT `dispatch_agreementId_fkey` FOREIGN KEY (`agreementId`) REFERENCES `labour_agreement` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `dispatch_stationId_fkey` FOREIGN KEY (`stationId`) REFERENCES `service_station` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `dispatch_post` (
  `dispatchId` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  PRIMARY KEY (`dispatchId`, `postId`),
  INDEX `dispatch_post_postId_idx` (`postId`),
  CONSTRAINT `dispatch_post_dispatchId_fkey` FOREIGN KEY (`dispatchId`) REFERENCES `dispatch` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `dispatch_post_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `dispatch_seat` (
  `id` CHAR(26) NOT NULL,
  `dispatchId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `placementId` CHAR(26) NULL,
  `state` ENUM('ASKED', 'YES', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'BOARDED', 'NO_SHOW', 'ARRIVED', 'LEFT') NOT NULL DEFAULT 'ASKED',
  `seat` INTEGER NULL,
  `code` CHAR(6) NOT NULL,
  `followUp` ENUM('ILL', 'CHANGED_MIND', 'WENT_ALONE', 'NOT_REACHED') NULL,
  `followUpNote` VARCHAR(200) NULL,
  `followedUpAt` DATETIME(3) NULL,
  `openKey` CHAR(53) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `dispatch_seat_openKey_key` (`openKey`),
  UNIQUE INDEX `dispatch_seat_dispatchId_seat_key` (`dispatchId`, `seat`),
  UNIQUE INDEX `dispatch_seat_dispatchId_code_key` (`dispatchId`, `code`),
  INDEX `dispatch_seat_personId_idx` (`personId`),
  INDEX `dispatch_seat_placementId_idx` (`placementId`),
  CONSTRAINT `dispatch_seat_follow_up` CHECK ((`followUp` IS NULL) = (`followedUpAt` IS NULL) AND (`followUp` IS NULL OR `state` = 'NO_SHOW')),
  CONSTRAINT `dispatch_seat_dispatchId_fkey` FOREIGN KEY (`dispatchId`) REFERENCES `dispatch` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `dispatch_seat_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `dispatch_seat_placementId_fkey` FOREIGN KEY (`placementId`) REFERENCES `placement` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `dispatch_event` (
  `id` CHAR(26) NOT NULL,
  `dispatchId` CHAR(26) NOT NULL,
  `seatId` CHAR(26) NULL,
  `kind` ENUM('PLANNED', 'CHANGED', 'OPEN', 'BOARDING', 'DEPARTED', 'ARRIVED', 'CLOSED', 'CANCELLED', 'ASKED', 'YES', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'ON_BOARD', 'OFF_BOARD', 'NO_SHOW', 'THERE', 'LEFT', 'FOLLOWED_UP') NOT NULL,
  `way` ENUM('SELF', 'CALL', 'QR', 'CODE', 'LIST') NULL,
  `happenedAt` DATETIME(3) NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `saidByRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `saidByUserId` CHAR(26) NULL,
  `reason` VARCHAR(200) NULL,
  PRIMARY KEY (`id`),
  INDEX `dispatch_event_dispatchId_recordedAt_idx` (`dispatchId`, `recordedAt`),
  INDEX `dispatch_event_seatId_idx` (`seatId`),
  CONSTRAINT `dispatch_event_dispatchId_fkey` FOREIGN KEY (`dispatchId`) REFERENCES `dispatch` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `dispatch_event_seatId_fkey` FOREIGN KEY (`seatId`) REFERENCES `dispatch_seat` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `emergency_contact` (
  `personId` CHAR(26) NOT NULL,
  `contactEnc` VARCHAR(600) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`personId`),
  CONSTRAINT `emergency_contact_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE INDEX `placement_workRegionCode_homeCountyCode_idx` ON `placement` (`workRegionCode`, `homeCountyCode`);
