import { answerOnce } from "./answer-once";
import { getPackContents } from "./contents";

/** Reads what one pack is made of. For the public pack it is told the public login of the database, and no other. */
answerOnce(getPackContents);
