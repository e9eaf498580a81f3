CREATE TABLE `overseas_licence` (
  `id` CHAR(26) NOT NULL,
  `employerId` CHAR(26) NOT NULL,
  `number` VARCHAR(60) NOT NULL,
  `issuer` VARCHAR(120) NOT NULL,
  `destinations` JSON NOT NULL,
  `reserveFen` BIGINT NOT NULL,
  `validFrom` DATE NOT NULL,
  `validUntil` DATE NOT NULL,
  `state` ENUM('IN_FORCE', 'SUSPENDED', 'REVOKED', 'EXPIRED') NOT NULL DEFAULT 'IN_FORCE',
  `version` INTEGER NOT NULL DEFAULT 0,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `overseas_licence_number_key` (`number`),
  INDEX `overseas_licence_employerId_idx` (`employerId`),
  INDEX `overseas_licence_state_validUntil_idx` (`state`, `validUntil`),
  CONSTRAINT `overseas_licence_range` CHECK (`validUntil` > `validFrom`),
  CONSTRAINT `overseas_licence_reserve` CHECK (`reserveFen` >= 0),
  CONSTRAINT `overseas_licence_employerId_fkey` FOREIGN KEY (`employerId`) REFERENCES `employer` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `overseas_licence_event` (
  `licenceId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `kind` ENUM('GIVEN', 'EXTENDED', 'SUSPENDED', 'LIFTED', 'REVOKED', 'EXPIRED') NOT NULL,
  `happenedOn` DATE NOT NULL,
  `validUntil` DATE NULL,
  `reason` VARCHAR(300) NOT NULL,
  `saidByUserId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`licenceId`, `seq`),
  CONSTRAINT `overseas_licence_event_end` CHECK ((`validUntil` IS NOT NULL) = (`kind` = 'EXTENDED')),
  CONSTRAINT `overseas_licence_event_licenceId_fkey` FOREIGN KEY (`licenceId`) REFERENCES `overseas_licence` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `overseas_terms` (
  `postId` CHAR(26) NOT NULL,
  `licenceId` CHAR(26) NOT NULL,
  `scheme` ENUM('TITP', 'IKUSEI', 'SSW1', 'OTHER') NOT NULL,
  `entryOn` DATE NOT NULL,
  `feeFen` INTEGER NOT NULL,
  `feeFor` VARCHAR(200) NOT NULL DEFAULT '',
  `stoppedAt` DATETIME(3) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`postId`),
  INDEX `overseas_terms_licenceId_idx` (`licenceId`),
  CONSTRAINT `overseas_terms_fee` CHECK (`feeFen` >= 0 AND (`feeFen` = 0 OR `feeFor` <> '')),
  CONSTRAINT `overseas_terms_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `overseas_terms_licenceId_fkey` FOREIGN KEY (`licenceId`) REFERENCES `overseas_licence` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `overseas_application` (
  `id` CHAR(26) NOT NULL,
  `placementId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `licenceId` CHAR(26) NOT NULL,
  `scheme` ENUM('TITP', 'IKUSEI', 'SSW1', 'OTHER') NOT NULL,
  `entryOn` DATE NOT NULL,
  `feeFen` INTEGER NOT NULL,
  `state` ENUM('OPEN', 'STOPPED', 'DEPARTED', 'ENDED') NOT NULL DEFAULT 'OPEN',
  `stopReason` VARCHAR(300) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `overseas_application_placementId_key` (`placementId`),
  INDEX `overseas_application_personId_idx` (`personId`),
  INDEX `overseas_application_licenceId_idx` (`licenceId`),
  CONSTRAINT `overseas_application_stop` CHECK ((`state` = 'STOPPED') = (`stopReason` IS NOT NULL)),
  CONSTRAINT `overseas_application_placementId_fkey` FOREIGN KEY (`placementId`) REFERENCES `placement` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `overseas_application_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `overseas_application_licenceId_fkey` FOREIGN KEY (`licenceId`) REFERENCES `overseas_licence` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `overseas_step` (
  `applicationId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `step` ENUM('APPLIED', 'LANGUAGE', 'SKILL', 'CONTRACT', 'FILED', 'CERTIFICATE', 'TAKEN_BACK') NOT NULL,
  `happenedOn` DATE NOT NULL,
  `proof` VARCHAR(20) NULL,
  `reference` VARCHAR(80) NULL,
  `reason` VARCHAR(200) NULL,
  `saidByRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `saidByUserId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`applicationId`, `seq`),
  CONSTRAINT `overseas_step_applicationId_fkey` FOREIGN KEY (`applicationId`) REFERENCES `overseas_application` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `care_case` MODIFY `kind` ENUM('NOT_PAID', 'PART_PAID', 'TALK', 'DISPUTED', 'MESSAGE', 'LICENCE') NOT NULL;

-- posts abroad from before licences were asked for leave the list; the index hears of each under the post's own id
INSERT INTO `outbox_event` (`id`, `event`, `subjectId`, `recordedAt`)
  SELECT `id`, 'post.changed', `id`, CURRENT_TIMESTAMP(3) FROM `post` WHERE `scope` = 'OVERSEAS' AND `status` = 'PUBLISHED';

UPDATE `job_match` SET `status` = 'LAPSED', `openKey` = NULL, `decidedAt` = CURRENT_TIMESTAMP(3)
  WHERE `status` = 'PROPOSED' AND `postId` IN (SELECT `id` FROM `post` WHERE `scope` = 'OVERSEAS' AND `status` = 'PUBLISHED');

UPDATE `post` SET `status` = 'CLOSED' WHERE `scope` = 'OVERSEAS' AND `status` = 'PUBLISHED';
