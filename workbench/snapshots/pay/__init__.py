"""What incentives are paid from: plan files beside a workspace, and rows of a frozen snapshot."""
