package org.carersignpost.staff;

/// What a staff member may do; each includes the one before.
public enum Role {
  STAFF,
  SUPERVISOR,
  ADMIN
}
