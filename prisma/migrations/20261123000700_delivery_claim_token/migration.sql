-- Two relays that claim in the same millisecond must be able to tell their claims apart.
ALTER TABLE `outbox_delivery` ADD COLUMN `claimToken` CHAR(26) NULL;
