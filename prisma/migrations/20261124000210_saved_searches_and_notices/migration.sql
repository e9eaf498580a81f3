CREATE TABLE `saved_search` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `name` VARCHAR(120) NOT NULL,
  `query` VARCHAR(1000) NOT NULL,
  `queryHash` CHAR(43) NOT NULL,
  `readAs` VARCHAR(200) NULL,
  `bySms` BOOLEAN NOT NULL DEFAULT false,
  `stopToken` CHAR(43) NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `stoppedAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `saved_search_stopToken_key` (`stopToken`),
  UNIQUE INDEX `saved_search_personId_queryHash_key` (`personId`, `queryHash`),
  INDEX `saved_search_stoppedAt_idx` (`stoppedAt`),
  CONSTRAINT `saved_search_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `notice` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `onceKey` VARCHAR(100) NOT NULL,
  `postId` CHAR(26) NULL,
  `savedSearchId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `readAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `notice_onceKey_key` (`onceKey`),
  INDEX `notice_personId_recordedAt_idx` (`personId`, `recordedAt`),
  CONSTRAINT `notice_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `notice_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `notice_savedSearchId_fkey` FOREIGN KEY (`savedSearchId`) REFERENCES `saved_search` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `sms_message` (
  `id` CHAR(26) NOT NULL,
  `onceKey` VARCHAR(100) NOT NULL,
  `personId` CHAR(26) NULL,
  `phoneEnc` VARCHAR(400) NOT NULL,
  `phoneMasked` VARCHAR(20) NOT NULL,
  `purpose` VARCHAR(40) NOT NULL,
  `text` VARCHAR(500) NOT NULL,
  `state` ENUM('QUEUED', 'SENT', 'FAILED') NOT NULL DEFAULT 'QUEUED',
  `recordedAt` DATETIME(3) NOT NULL,
  `sentAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `sms_message_onceKey_key` (`onceKey`),
  INDEX `sms_message_state_idx` (`state`),
  INDEX `sms_message_recordedAt_idx` (`recordedAt`),
  CONSTRAINT `sms_message_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
