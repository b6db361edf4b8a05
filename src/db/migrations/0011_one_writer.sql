ALTER TABLE `publications` ADD `replaced` integer;--> statement-breakpoint
ALTER TABLE `review_states` ADD `replaced` integer;