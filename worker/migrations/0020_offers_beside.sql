-- The offers of a story lie beside what else its part holds, and are written where an event touches them: most events touch none. The
-- state has their SHA-256; NULL in parts that hold no offers, or have them within the state.
ALTER TABLE parts ADD COLUMN rest TEXT;
ALTER TABLE past_parts ADD COLUMN rest TEXT;
