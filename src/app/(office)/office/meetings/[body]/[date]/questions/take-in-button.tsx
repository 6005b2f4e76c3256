import { Button } from "@/ui/button";

/** Saves the text of a minute with what was asked and answered at its item since it was begun. */
export const TakeInButton = () => (
  <Button second name="takeIn" value="yes">
    Save, and take in what was asked
  </Button>
);
