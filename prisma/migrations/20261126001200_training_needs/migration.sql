CREATE TABLE `training_need_run` (
  `runId` CHAR(26) NOT NULL,
  `asOf` DATE NOT NULL,
  `computedAt` DATETIME(3) NOT NULL,
  `seekers` INTEGER NOT NULL,
  `unfilled` INTEGER NOT NULL,
  `asking` INTEGER NOT NULL,
  `bound` INTEGER NOT NULL,
  `milliseconds` INTEGER NOT NULL,
  PRIMARY KEY (`runId`),
  INDEX `training_need_run_computedAt_idx` (`computedAt`),
  CONSTRAINT `training_need_run_counts` CHECK (`bound` <= `asking` AND `asking` <= `unfilled`),
  CONSTRAINT `training_need_run_runId_fkey` FOREIGN KEY (`runId`) REFERENCES `match_run` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `training_need` (
  `id` CHAR(26) NOT NULL,
  `runId` CHAR(26) NOT NULL,
  `nr` INTEGER NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  `occupationCode` VARCHAR(16) NOT NULL,
  `kind` ENUM('QUALIFICATION', 'SKILL_LEVEL', 'SPECIAL_ABILITY', 'TRAINING') NOT NULL,
  `level` ENUM('APPRENTICE', 'JUNIOR', 'INTERMEDIATE', 'SENIOR', 'TECHNICIAN', 'SENIOR_TECHNICIAN', 'SPECIAL_TECHNICIAN', 'CHIEF_TECHNICIAN') NULL,
  `openings` INTEGER NOT NULL,
  `people` INTEGER NOT NULL,
  `peopleFirst` INTEGER NOT NULL,
  `peopleWishing` INTEGER NOT NULL,
  `picked` INTEGER NOT NULL,
  `classes` INTEGER NOT NULL,
  `passPct` INTEGER NOT NULL,
  `placedPct` INTEGER NOT NULL,
  `known` BOOLEAN NOT NULL,
  `expectedHundredths` INTEGER NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `training_need_runId_nr_key` (`runId`, `nr`),
  INDEX `training_need_runId_countyCode_idx` (`runId`, `countyCode`),
  INDEX `training_need_occupationCode_idx` (`occupationCode`),
  CONSTRAINT `training_need_counts` CHECK (`picked` >= 1 AND `picked` <= `openings` AND `picked` <= `people` AND `expectedHundredths` <= `picked` * 100),
  CONSTRAINT `training_need_runId_fkey` FOREIGN KEY (`runId`) REFERENCES `training_need_run` (`runId`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `training_need_occupationCode_fkey` FOREIGN KEY (`occupationCode`) REFERENCES `occupation` (`code`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `training_need_post` (
  `needId` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  `openings` INTEGER NOT NULL,
  `picked` INTEGER NOT NULL,
  PRIMARY KEY (`needId`, `postId`),
  INDEX `training_need_post_postId_idx` (`postId`),
  CONSTRAINT `training_need_post_picked` CHECK (`picked` >= 0 AND `picked` <= `openings`),
  CONSTRAINT `training_need_post_needId_fkey` FOREIGN KEY (`needId`) REFERENCES `training_need` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `training_need_post_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `training_need_person` (
  `needId` CHAR(26) NOT NULL,
  `nr` INTEGER NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  `posts` INTEGER NOT NULL,
  `picked` BOOLEAN NOT NULL,
  `first` BOOLEAN NOT NULL,
  `wishes` BOOLEAN NOT NULL,
  PRIMARY KEY (`needId`, `nr`),
  UNIQUE INDEX `training_need_person_needId_personId_key` (`needId`, `personId`),
  INDEX `training_need_person_personId_idx` (`personId`),
  INDEX `training_need_person_postId_idx` (`postId`),
  CONSTRAINT `training_need_person_needId_fkey` FOREIGN KEY (`needId`) REFERENCES `training_need` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `training_need_person_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `training_need_person_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `training_invitation` (
  `id` CHAR(26) NOT NULL,
  `classId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `nr` INTEGER NOT NULL,
  `state` ENUM('INVITED', 'ACCEPTED', 'DECLINED') NOT NULL DEFAULT 'INVITED',
  `enrolmentId` CHAR(26) NULL,
  `invitedBy` CHAR(26) NULL,
  `invitedAt` DATETIME(3) NOT NULL,
  `answeredAt` DATETIME(3) NULL,
  `answeredByRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `training_invitation_classId_personId_key` (`classId`, `personId`),
  UNIQUE INDEX `training_invitation_enrolmentId_key` (`enrolmentId`),
  INDEX `training_invitation_personId_idx` (`personId`),
  CONSTRAINT `training_invitation_answered` CHECK ((`state` = 'INVITED') = (`answeredAt` IS NULL)),
  CONSTRAINT `training_invitation_classId_fkey` FOREIGN KEY (`classId`) REFERENCES `training_class` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `training_invitation_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `training_invitation_enrolmentId_fkey` FOREIGN KEY (`enrolmentId`) REFERENCES `training_enrolment` (`id`) ON DELETE SET NULL ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `training_expectation` (
  `invitationId` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  `endedAt` DATETIME(3) NULL,
  `end` ENUM('PASSED', 'FAILED', 'STAYED_AWAY', 'WITHDRAWN', 'CLASS_CANCELLED', 'DECLINED', 'NOT_ANSWERED', 'POST_CLOSED') NULL,
  PRIMARY KEY (`invitationId`, `postId`),
  INDEX `training_expectation_postId_endedAt_idx` (`postId`, `endedAt`),
  INDEX `training_expectation_endedAt_idx` (`endedAt`),
  CONSTRAINT `training_expectation_end` CHECK ((`endedAt` IS NULL) = (`end` IS NULL)),
  CONSTRAINT `training_expectation_invitationId_fkey` FOREIGN KEY (`invitationId`) REFERENCES `training_invitation` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `training_expectation_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
