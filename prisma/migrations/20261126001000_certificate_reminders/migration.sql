CREATE INDEX `certificate_verification_expiresOn_idx` ON `certificate`(`verification`, `expiresOn`);
